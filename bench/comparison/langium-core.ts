/** The least of Langium that parses and links: its core without the language server. For size and for the first file. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  URI,
} from 'langium';
import { ContextualWords, FileScopes, NoSymbols } from './langium-scope';
import { TopologyGeneratedModule, TopologyGeneratedSharedModule } from './out/langium/module';

const additions: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: { TokenBuilder: () => new ContextualWords() },
  references: {
    ScopeComputation: (services) => new NoSymbols(services),
    ScopeProvider: (services) => new FileScopes(services),
  },
};
const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), TopologyGeneratedSharedModule);
shared.ServiceRegistry.register(inject(createDefaultCoreModule({ shared }), TopologyGeneratedModule, additions));

export async function read(text: string): Promise<unknown> {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('memory:///read.topo'));
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  return document;
}
