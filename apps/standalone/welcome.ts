import type { Product } from './product.js';

/** Where the API, its documentation and the data of a running product are: three lines to print. */
export const addresses = ({ apiUrl, dataDir }: Product): string =>
  `  API            ${apiUrl}/api/v1
  Documentation  ${apiUrl}/docs
  Data           ${dataDir}`;
