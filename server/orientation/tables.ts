/** What people filled in about a program: printed in everything that introduces it. */
interface AccessRouteTable {
  assessment_id: string
  /** JSON */
  route: string
}

/** A material as it was published: what people have in hand. */
interface MaterialEditionTable {
  assessment_id: string
  kind: string
  locale: string
  /** JSON */
  content: string
  published_on: string
  published_by: string
}

/** Words that somebody wrote in place of a passage. */
interface PassageEditTable {
  assessment_id: string
  kind: string
  locale: string
  passage: string
  base: string
  words: string
  edited_by: string
}

export interface OrientationTables {
  access_route: AccessRouteTable
  material_edition: MaterialEditionTable
  passage_edit: PassageEditTable
}
