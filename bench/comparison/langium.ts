/** The language for Langium, as its language server would use it: the services that its generator makes of topology.langium. */
import { type AstNode, EmptyFileSystem, inject, type LangiumDocument, type Module, URI } from 'langium';
import {
  AstNodeHoverProvider,
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FrontEnd, OpenFile, Outlined, Position } from './front-end';
import { outlineOf } from './langium-outline';
import { ContextualWords, FileScopes, NoSymbols } from './langium-scope';
import type { File } from './out/langium/ast';
import { TopologyGeneratedModule, TopologyGeneratedSharedModule } from './out/langium/module';

class Hovers extends AstNodeHoverProvider {
  protected getAstNodeHoverContent(node: AstNode): string {
    return `**${node.$type}** ${'name' in node ? node.name : ''}`;
  }
}

const additions: Module<LangiumServices, PartialLangiumServices> = {
  parser: { TokenBuilder: () => new ContextualWords() },
  references: {
    ScopeComputation: (services) => new NoSymbols(services),
    ScopeProvider: (services) => new FileScopes(services),
  },
  lsp: { HoverProvider: (services) => new Hovers(services) },
};

function createServices(): { readonly shared: LangiumSharedServices; readonly language: LangiumServices } {
  const shared = inject(createDefaultSharedModule(EmptyFileSystem), TopologyGeneratedSharedModule);
  const language = inject(createDefaultModule({ shared }), TopologyGeneratedModule, additions);
  shared.ServiceRegistry.register(language);
  return { shared, language };
}

const { shared, language } = createServices();
const readUri = URI.parse('memory:///read.topo');
const openUri = URI.parse('memory:///open.topo');

export const langium: FrontEnd = {
  name: 'Langium',
  async read(text) {
    const { LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
    const document = LangiumDocumentFactory.fromString<File>(text, readUri);
    await DocumentBuilder.build([document], { validation: true });
    return outlined(document);
  },
  open: openFile,
};

function outlined(document: LangiumDocument<File>): Outlined {
  return { outline: () => outlineOf(document) };
}

/** As its language server does: the text document changes, and the document builder is told. */
async function openFile(text: string): Promise<OpenFile> {
  const { TextDocuments, LangiumDocuments, DocumentBuilder } = shared.workspace;
  let version = 1;
  const set = (changed: string) =>
    TextDocuments.set(TextDocument.create(openUri.toString(), 'topology', version++, changed));
  const edit = async (changed: string) => {
    set(changed);
    await DocumentBuilder.update([openUri], []);
  };
  await edit(text);
  const document = () => LangiumDocuments.getDocument(openUri) as LangiumDocument<File>;
  const at = (position: Position) => ({ textDocument: { uri: openUri.toString() }, position });
  return {
    edit,
    outline: () => outlineOf(document()),
    complete: async (position) =>
      (await language.lsp.CompletionProvider?.getCompletion(document(), at(position)))?.items.length ?? 0,
    hover: async (position) => {
      const hover = await language.lsp.HoverProvider?.getHoverContent(document(), at(position));
      return hover && 'value' in Object(hover.contents) ? (hover.contents as { value: string }).value : '';
    },
  };
}
