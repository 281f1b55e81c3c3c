/** The options of the patterns: what the file or the scenario sets, else the value that is usual. */
import type { Service } from '../language/topology';
import type { Run } from './run';

const usual = {
  /** Gnutella Protocol Specification 0.4: the usual initial TTL. */
  ttl: 7,
  pieces: 100,
  /** Whom a peer uploads to at the same time, the optimistic one included (BEP 3: four, one of them optimistic). */
  slots: 4,
  /** Kademlia's k and alpha (Maymounkov and Mazières 2002); a k of 8 is BitTorrent's (BEP 5). */
  bucket: 8,
  parallel: 3,
} as const;

export type OptionName = keyof typeof usual;

export function optionOf(
  { settings }: Pick<Run, 'settings'>,
  service: Service | undefined,
  option: OptionName,
): number {
  return (service && settings.options.get(service.name)?.get(option)) ?? usual[option];
}

export function usualOption(option: OptionName): number {
  return usual[option];
}
