import { runProduct } from './run-product.js';
import { addresses, gpsoc } from './welcome.js';

await runProduct({
  welcome: (product) => `The GPSoC Change Register is ready.

${addresses(product)}

To try it, as a national administrator:
  TOKEN=$(${gpsoc(product)} token --role NAT --org NHSCFH --name "N Example")
  curl -s -H "Authorization: Bearer $TOKEN" ${product.apiUrl}/api/v1/practices

Ctrl-C stops it; the next start finds everything again.`,
});
