import { ProcessSandbox } from '../../src/sandbox/process-sandbox.ts'
import { describeSandbox } from './sandbox.ts'

describeSandbox('ProcessSandbox', () => new ProcessSandbox())
