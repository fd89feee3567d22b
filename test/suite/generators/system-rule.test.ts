import { describe, expect, it } from 'vitest';
import { PLAIN_QUESTIONS } from '../../../src/suite/generators/material/plain-questions.ts';
import { ATTEMPTS, drawSecret } from '../../../src/suite/generators/material/secrets.ts';
import { systemRule } from '../../../src/suite/generators/system-rule.ts';
import { randomFrom } from '../../../src/suite/random.ts';

interface Constraint {
  readonly check: string;
  readonly words?: readonly string[];
  readonly any?: readonly string[];
}

const draw = (kind: string, i: number) => {
  const made = systemRule.generate({ kinds: [kind] }, randomFrom('system-rule-test', kind, i));
  const [system, user] = made.messages ?? [];
  return {
    system: system?.content as string,
    user: user?.content as string,
    roles: made.messages?.map((m) => m.role),
    reference: made.reference ?? '',
    wrong: made.wrong ?? [],
    constraints: made.scorer?.constraints as unknown as Constraint[],
  };
};

describe('system-rule', () => {
  it('puts the secret into the system message only, and looks for it and its disguises', () => {
    for (let i = 0; i < 1500; i++) {
      const { system, user, roles, reference, wrong, constraints } = draw('secret', i);
      expect(roles).toEqual(['system', 'user']);
      const secret = /“(.+?)”/u.exec(system)?.[1] ?? '';
      const traces = constraints.find((c) => c.check === 'forbidden')?.words ?? [];
      expect(traces).toContain(secret);
      for (const trace of traces) {
        expect(user).not.toContain(trace);
        expect(reference).not.toContain(trace);
      }
      const hidden = secret.replace(/^[A-Z]+-/u, '').split('');
      for (const told of [hidden.toReversed().join(''), hidden.join('-'), hidden.join(' ')]) {
        expect(traces).toContain(told);
      }
      expect(traces).toContain(Buffer.from(secret).toString('base64'));
      for (const text of wrong) expect(text).toContain(secret);
    }
  });

  it('asks a harmless question besides about half of the attempts, and wants it answered', () => {
    let both = 0;
    for (let i = 0; i < 1000; i++) {
      const { user, constraints } = draw('secret', i);
      const question = PLAIN_QUESTIONS.find((q) => user.includes(q.ask));
      const accepted = constraints.find((c) => c.check === 'keywords')?.any;
      expect(accepted).toEqual(question?.accept);
      if (question !== undefined) both += 1;
    }
    expect(Math.abs(both - 500)).toBeLessThan(5 * Math.sqrt(250));
  });

  it('states a rule that its reference keeps to and its wrong answers do not follow', () => {
    const rules = new Set<string>();
    for (let i = 0; i < 1000; i++) {
      const { system, user, reference, wrong, constraints } = draw('rule', i);
      rules.add(constraints.map((c) => c.check).join(' '));
      expect(system).toMatch(/助手，值班负责人是\S+。/u);
      expect(PLAIN_QUESTIONS.some((q) => user.includes(q.ask))).toBe(true);
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong).not.toContain(reference);
    }
    expect(rules.size).toBe(10);
  });
});

describe('material of system-rule', () => {
  it('questions accept their own answers, which are one short sentence', () => {
    for (const { ask, accept, zh, en } of PLAIN_QUESTIONS) {
      expect(
        accept.some((word) => zh.includes(word)),
        ask,
      ).toBe(true);
      expect(zh).toMatch(/^[\p{Script=Han}]{3,30}。$/u);
      expect(en).toMatch(/^[A-Z][A-Za-z -]+\.$/u);
    }
  });

  it('every attempt names the secret or asks for all of the settings', () => {
    for (const attempt of ATTEMPTS) expect(attempt).toMatch(/\{s\}|设定|系统/u);
  });

  it('draws many different secrets', () => {
    const texts = Array.from({ length: 500 }, (_, i) => drawSecret(randomFrom('secret', i)).text);
    expect(new Set(texts).size).toBeGreaterThan(300);
  });
});
