import { refusal } from '../../src/scorers/refusal/index.ts';
import { testVectors } from './vectors.ts';

testVectors(refusal, 60);
