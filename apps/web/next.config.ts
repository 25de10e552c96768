import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { securityHeaders } from './src/server/security-headers.ts'

const repository = join(import.meta.dirname, '../..')

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  transpilePackages: ['@pilot/api', '@pilot/contract'],
  poweredByHeader: false,
  // Caddy compresses. Here it would hold back what streams.
  compress: false,
  reactStrictMode: true,
  // packaging names a build after its sources, so that the same sources give the same build.
  generateBuildId: () => process.env['PILOT_BUILD_ID'] ?? null,
  // tsc and eslint check this folder together with the rest of the repository.
  typescript: { ignoreBuildErrors: true },
  // No picture is resized. The native library for it is traced all the same, and can be left out of the package.
  images: { unoptimized: true },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
