/** How people reach the program: printed in everything that introduces it. */
interface AccessRouteTable {
  assessment_id: string
  /** JSON */
  route: string
}

export interface OrientationTables {
  access_route: AccessRouteTable
}
