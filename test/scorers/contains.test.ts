import { contains } from '../../src/scorers/contains.ts';
import { testVectors } from './vectors.ts';

testVectors(contains, 15);
