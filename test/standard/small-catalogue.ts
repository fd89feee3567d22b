import { readYaml } from '../../src/document/index.ts';
import { readCatalogue } from '../../src/standard/index.ts';

/** A catalogue of three indicators with nothing wrong in it. */
export const SMALL_CATALOGUE = `id: small
edition: "1"
title: {zh: 小目录, en: Small}
notice: {zh: 仅供测试, en: For tests only}
publishers: [{zh: 甲, en: A}]
defaults:
  rule: R-THREE
  weight: "1"
  verifiable: true
  threshold:
    comparator: ">="
    provenance: {kind: own-proposal, ref: defaults of the file}
rules:
  - id: R-THREE
    kind: three-way
    alpha: "0.05"
    maxInvalidRate: "0.02"
    title: {zh: 三态, en: Three-way}
    provenance: {kind: own-proposal, ref: rule three}
  - id: R-ZERO
    kind: simple
    alpha: "0.05"
    maxInvalidRate: "0.02"
    zeroFailureMinN: 59
    title: {zh: 零失效, en: Zero failure}
    provenance: {kind: own-proposal, ref: rule zero}
categories:
  - id: K1
    title: {zh: 甲类, en: First}
    weight: "1"
    provenance: {kind: own-proposal, ref: category one}
    defaults: {appliesWhen: [text]}
  - id: K2
    title: {zh: 乙类, en: Second}
    weight: "0.5"
    provenance: {kind: other-public-standard, ref: category two}
    defaults:
      rule: R-ZERO
      appliesWhen: []
      appliesWhenAny: [image-output, video-output]
indicators:
  - id: K1.1
    category: K1
    group: {zh: 组, en: Group}
    title: {zh: 第一项, en: One}
    requirement: {zh: 要求一。, en: Requirement one.}
    level: MUST
    methods: [exact-match]
    metric: ACC
    threshold: {value: "0.80"}
    minN: 100
  - id: K1.2
    category: K1
    group: {zh: 组, en: Group}
    title: {zh: 第二项, en: Two}
    requirement: {zh: 要求二。, en: Requirement two.}
    level: MAY
    methods: [human]
    metric: MS
    minN: 10
    verifiable: false
    notTestedReason: {zh: 须由人评判。, en: People judge it.}
  - id: K2.1
    category: K2
    group: {zh: 另组, en: Other group}
    title: {zh: 第三项, en: Three}
    requirement: {zh: 要求三。, en: Requirement three.}
    level: MUST
    methods: [program]
    metric: SUCC
    threshold: {value: "1.00"}
    minN: 60
`;

/** The small catalogue with one passage exchanged; the passage has to occur exactly once. */
export function smallCatalogueWith(old: string, fresh: string): string {
  if (SMALL_CATALOGUE.split(old).length !== 2) throw new Error(`Not exactly once: ${old}`);
  return SMALL_CATALOGUE.replace(old, fresh);
}

export function readText(text: string): ReturnType<typeof readCatalogue> {
  return readCatalogue(readYaml(text, 'small.yaml'));
}
