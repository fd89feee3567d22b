import { response } from '../../src/scorers/response.ts';
import { testVectors } from './vectors.ts';

testVectors(response, 15);
