import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/core/package-root.ts'
import { sourceFiles } from './source-files.ts'

const root = packageRoot()

const topFolders = ['server', 'skills', 'src', 'test', 'worlds']
const topFiles = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]
const sourceFolders = [
  'agent',
  'body',
  'brain',
  'channel',
  'cli',
  'core',
  'learn',
  'memory',
  'mind',
  'record',
  'sandbox',
  'study',
  'web',
]

describe('layout', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))

  it('has these folders and files at the top and no others', () => {
    const tops = tracked.filter((path) => !path.startsWith('.'))
    const folders = new Set(tops.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))
    const files = tops.filter((path) => !path.includes('/'))
    expect([...folders].filter((folder) => !topFolders.includes(folder ?? ''))).toEqual([])
    expect(files.filter((file) => !topFiles.includes(file))).toEqual([])
  })

  it('has no parts in src besides those of the design', () => {
    const parts = new Set(tracked.filter((path) => path.startsWith('src/')).map((path) => path.split('/')[1]))
    expect([...parts].filter((part) => !sourceFolders.includes(part ?? ''))).toEqual([])
  })

  it('names modules in kebab-case', () => {
    const names = [...sourceFiles('src'), ...sourceFiles('server'), ...sourceFiles('test')].map(
      (file) => file.path,
    )
    expect(
      names.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.ts$/.test(path.split('/').at(-1) ?? '')),
    ).toEqual([])
  })
})
