import { exact } from '../../src/scorers/exact.ts';
import { testVectors } from './vectors.ts';

testVectors(exact, 15);
