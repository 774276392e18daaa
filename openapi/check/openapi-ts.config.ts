import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig([
  {
    input: '../emulator.json',
    output: 'generated/service',
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  },
  {
    input: '../admin.json',
    output: 'generated/admin',
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  },
]);
