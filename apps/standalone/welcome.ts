import { readConfig } from '#platform/config.js';
import type { Product } from './product.js';

/** Where the API, its documentation and the data of a running product are: three lines to print. */
export const addresses = ({ apiUrl, dataDir }: Product): string =>
  `  API            ${apiUrl}/api/v1
  Documentation  ${apiUrl}/docs
  Data           ${dataDir}`;

/** How to call the command line on this product: with its data folder, where that is not the usual one. */
export const gpsoc = ({ dataDir }: Product): string =>
  dataDir === readConfig({}).dataDir
    ? 'npx gpsoc'
    : `DATA_DIR='${dataDir.replaceAll("'", String.raw`'\''`)}' npx gpsoc`;
