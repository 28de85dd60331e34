import { type Config, type Environment, readTerminalConfig } from '#platform/config.js';
import { sentenceOf } from '#platform/service.js';
import { untilAskedToStop } from '#platform/shutdown.js';
import { type Product, type ProductOptions, startProduct } from './product.js';

/** What a product that is started by hand differs in from the configuration, and what it says. */
export interface Run {
  /** What stands where the environment is silent. */
  defaults?: Environment;
  /** From the configuration to what is started; without it, the configuration itself. */
  options?: (config: Config) => ProductOptions;
  /** What to print when it is ready. */
  welcome: (product: Product) => Promise<string> | string;
}

/**
 * The whole life of a product that a person starts in a terminal: starts it, prints the welcome, waits for
 * Ctrl-C, stops everything in order and ends with 0. What keeps it from starting, or ends it early, is
 * printed as a sentence and ends with 1; what a Ctrl-C before that has interrupted is no failure.
 */
export async function runProduct({
  defaults = {},
  options = (config) => config,
  welcome,
}: Run): Promise<never> {
  let isAsked = false;
  const asked = untilAskedToStop().then(() => {
    isAsked = true;
    console.log('Stopping …');
  });
  try {
    const product = await startProduct(options(readTerminalConfig(undefined, defaults)));
    if (!isAsked) console.log(await welcome(product));
    const failure = await Promise.race([asked, product.failed]);
    if (failure !== undefined)
      console.error(`${failure}: stopping. What was acknowledged is on record and the next start finds it.`);
    await product.stop();
    process.exit(failure === undefined ? 0 : 1);
  } catch (error) {
    if (!isAsked) console.error(sentenceOf(error));
    process.exit(isAsked ? 0 : 1);
  }
}
