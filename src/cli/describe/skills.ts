import { Command, Option } from 'commander'
import type { CommandIo } from '../command-io.ts'
import {
  type ExportFlags,
  exportSkillsCommand,
  type ImportFlags,
  importSkillsCommand,
} from '../commands/skill-library.ts'
import {
  listSkillsCommand,
  runSkillCommand,
  type SkillRunFlags,
  type SkillsFlags,
  showSkillCommand,
} from '../commands/skills.ts'
import { verifySkillsCommand } from '../commands/verify-skills.ts'
import { wholeNumber } from '../option-parsers.ts'
import { type CommandParts, type End, inherit, versionOption } from './command-parts.ts'

/** `kithcraft skills …`. */
export function skillsOf(program: Command, parts: CommandParts, io: CommandIo, end: End): Command {
  const skills = new Command('skills').description('look at the skills of a run, and run them again')
  const list = new Command('list')
    .description('list the skills')
    .action((flags: SkillsFlags) => end(listSkillsCommand(flags, io)))
  const show = new Command('show')
    .description('print a skill')
    .argument('<name>', 'name of the skill')
    .action((name: string, flags: SkillsFlags) => end(showSkillCommand(name, flags, io)))
  const run = new Command('run')
    .description('run a skill again and check what it promises')
    .argument('<name>', 'name of the skill')
    .argument('[arguments...]', 'its arguments: 3, oak_log, \'{"x":1,"y":64,"z":2}\'')
    .option('--world <name>', 'world of the embedded server to run it in')
    .addOption(new Option('--server <host:port>', 'server to run it on').conflicts('world'))
    .option('--seed <number>', 'seed of the world', wholeNumber, 1)
    .addOption(versionOption('--version-of-game <version>'))
    .action(async (name: string, values: string[], flags: SkillRunFlags) => {
      end(await runSkillCommand({ name, arguments: values }, flags, parts.runSkill, io))
    })
  for (const command of [list, show, run]) {
    command
      .option('--from <path>', 'a run directory or a folder of skill files; the newest run without it')
      .option('--agent <name>', 'whose skills, where a run has several libraries')
      .option('--json', 'print JSON')
    skills.addCommand(inherit(program, command))
  }
  for (const command of [importOf(io, end), exportOf(io, end), verifyOf(parts, io, end)]) {
    skills.addCommand(inherit(program, command))
  }
  return skills
}

function importOf(io: CommandIo, end: End): Command {
  return new Command('import')
    .description('bring skills into a folder of skill files')
    .argument('<from>', 'a run directory, a folder of skill files or a Voyager checkpoint')
    .requiredOption('--to <folder>', 'the folder; skills that it holds stay')
    .option('--agent <name>', 'whose skills, where a run has several libraries')
    .action((from: string, flags: ImportFlags) => end(importSkillsCommand(from, flags, io)))
}

function exportOf(io: CommandIo, end: End): Command {
  return new Command('export')
    .description("write skills in Voyager's layout")
    .argument('<to>', 'a new folder')
    .option('--from <path>', 'a run directory or a folder of skill files; the newest run without it')
    .option('--agent <name>', 'whose skills, where a run has several libraries')
    .action((to: string, flags: ExportFlags) => end(exportSkillsCommand(to, flags, io)))
}

function verifyOf(parts: CommandParts, io: CommandIo, end: End): Command {
  return new Command('verify')
    .description('run skills of a folder in fresh worlds and note in their files whether they hold')
    .argument('[names...]', 'names of skills; all without them')
    .requiredOption('--from <folder>', 'a folder of skill files')
    .option('--world <name>', 'world of the embedded server to run them in')
    .option('--seed <number>', 'seed of the world', wholeNumber, 1)
    .addOption(versionOption('--version-of-game <version>'))
    .action(async (names: string[], flags: SkillRunFlags & { from: string }) => {
      end(await verifySkillsCommand(names, flags, parts.runSkill, io))
    })
}
