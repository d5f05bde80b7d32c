import { findLaunchCommand } from './launch-command.ts'

/** What guards this machine against skill code, for `doctor`. */
export interface SandboxProtections {
  /** Node's permission model, an empty environment, fuel, heap limit and wall-clock limit: everywhere. */
  readonly permissions: true
  /** Own user, process and network namespaces: an escape can neither signal other processes nor reach a network. */
  readonly namespaces: boolean
  /** The system kills skill processes when their parent dies. */
  readonly dieTogether: boolean
  /** Memory outside the heap is watched and limited. */
  readonly memoryWatch: boolean
  /** One line for a person about what is missing and what that means; null when nothing is. */
  readonly advice: string | null
}

/** Tries out what this machine allows. Takes some tens of milliseconds. */
export async function sandboxProtections(): Promise<SandboxProtections> {
  const { namespaces, dieTogether } = await findLaunchCommand()
  const memoryWatch = process.platform === 'linux'
  return {
    permissions: true,
    namespaces,
    dieTogether,
    memoryWatch,
    advice: adviceFor(namespaces, memoryWatch),
  }
}

function adviceFor(namespaces: boolean, memoryWatch: boolean): string | null {
  if (!memoryWatch) {
    return (
      'Skill code runs without namespaces and without a limit on memory outside the JavaScript heap, which only Linux ' +
      'offers: run teams whose code you do not trust in a container or a virtual machine.'
    )
  }
  if (!namespaces) {
    return (
      'Skill code that broke out of vm2 could send signals to your other processes: this system allows no user ' +
      'namespaces. Install util-linux ("unshare") and allow them, or run Kithcraft as a user of its own.'
    )
  }
  return null
}
