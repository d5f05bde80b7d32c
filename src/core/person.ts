/** Somebody at the keyboard. */
export interface Person {
  /**
   * Shows the question and waits for one line. An empty answer leaves the choice to the agent; so does an input that has
   * ended. Questions are asked one at a time.
   */
  ask(question: string): Promise<string>
}
