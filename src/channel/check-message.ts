import { InputError } from '../core/errors.ts'
import { type Message, messageSchema } from '../core/message.ts'

/** The message as it goes to its addressees: checked, and a copy that the sender cannot change afterwards. */
export function checkMessage(message: Message): Message {
  const checked = messageSchema.safeParse(message)
  if (checked.success) return structuredClone(checked.data)
  const [issue] = checked.error.issues
  throw new InputError(
    `Cannot send the message "${message.id}" from "${message.from}": its "${issue?.path.join('.')}" is wrong ` +
      `(${issue?.message}). Correct it and send it again.`,
  )
}
