import type { Post } from '../post.ts'
import type { Services } from '../services.ts'
import type { Mailroom } from './mailroom.ts'

/** What inviting people may reach: the office, the post, and the batches that are under way. */
export type InvitationServices = Pick<Services, 'db' | 'clock' | 'config' | 'tell'> & {
  readonly post: Post
  readonly mailroom: Mailroom
}
