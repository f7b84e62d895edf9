import { enableCompileCache } from 'node:module';

// Spares later starts the stripping and compiling; what is imported statically would come too early for it.
enableCompileCache();
const { runService } = await import('./run-service.ts');

await runService();
