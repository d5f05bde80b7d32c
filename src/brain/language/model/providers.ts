/** How requests to a provider are made. */
export type Protocol = 'openai' | 'anthropic' | 'google'

/** Somebody who serves language models. */
export interface Provider {
  readonly protocol: Protocol
  /** Where its API lies; null where the user has to say it. */
  readonly url: string | null
  /** The environment variable that holds the key; null where no key is needed. */
  readonly keyVariable: string | null
  /** Whether requests without a key may be answered, so that a missing key is no mistake. */
  readonly keyIsOptional: boolean
  /** Runs on the user's machine: its models see little at a time and cost nothing. */
  readonly isLocal: boolean
}

/** Providers by the name that model strings begin with. `compatible` is any server that speaks OpenAI's protocol. */
export const PROVIDERS = {
  openai: hosted('https://api.openai.com/v1', 'OPENAI_API_KEY'),
  anthropic: { ...hosted('https://api.anthropic.com/v1', 'ANTHROPIC_API_KEY'), protocol: 'anthropic' },
  google: {
    ...hosted('https://generativelanguage.googleapis.com/v1beta', 'GOOGLE_GENERATIVE_AI_API_KEY'),
    protocol: 'google',
  },
  openrouter: hosted('https://openrouter.ai/api/v1', 'OPENROUTER_API_KEY'),
  mistral: hosted('https://api.mistral.ai/v1', 'MISTRAL_API_KEY'),
  deepseek: hosted('https://api.deepseek.com/v1', 'DEEPSEEK_API_KEY'),
  groq: hosted('https://api.groq.com/openai/v1', 'GROQ_API_KEY'),
  ollama: local('http://127.0.0.1:11434/v1', null),
  lmstudio: local('http://127.0.0.1:1234/v1', null),
  vllm: local('http://127.0.0.1:8000/v1', 'VLLM_API_KEY'),
  compatible: { ...local('', 'COMPATIBLE_API_KEY'), url: null },
  scripted: local('http://127.0.0.1:11500/v1', null),
} as const satisfies Readonly<Record<string, Provider>>

export type ProviderName = keyof typeof PROVIDERS

export const PROVIDER_NAMES = Object.keys(PROVIDERS) as readonly ProviderName[]

export function isProviderName(name: string): name is ProviderName {
  return Object.hasOwn(PROVIDERS, name)
}

function hosted(url: string, keyVariable: string) {
  return { protocol: 'openai', url, keyVariable, keyIsOptional: false, isLocal: false } as const
}

function local(url: string, keyVariable: string | null) {
  return { protocol: 'openai', url, keyVariable, keyIsOptional: true, isLocal: true } as const
}
