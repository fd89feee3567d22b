/**
 * What a vendor can declare of a model. An indicator names the capabilities it needs in
 * `appliesWhen`; a capability that is not declared makes it not-applicable, with that reason.
 */
export const CAPABILITIES = [
  'text',
  'code',
  'tools',
  'rag',
  'agent',
  'image-input',
  'audio-input',
  'video-input',
  'image-output',
  'image-edit',
  'audio-output',
  'voice-clone',
  'music-output',
  'video-output',
  'digital-human',
  'model-3d-output',
  'confidence',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** What is assumed of a model whose configuration declares nothing: a chat endpoint. */
export const DEFAULT_CAPABILITIES: readonly Capability[] = [
  'text',
  'code',
  'tools',
  'rag',
  'agent',
];
