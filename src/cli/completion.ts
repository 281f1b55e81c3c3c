/** Scripts with which shells complete what one types: made of the program's own commands, so that none is forgotten. */
import type { Command, Option } from 'commander';

/** What stands where an option's value is typed. */
type Value = readonly string[] | 'file' | 'folder' | 'text';

interface Word {
  /** `--strict`. */
  readonly name: string;
  readonly description: string;
  readonly value: Value | undefined;
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Word[];
  /** In the place of arguments: these words, or files. */
  readonly argument: Value;
}

const scripts: Readonly<Record<string, (commands: readonly Described[]) => string>> = { bash, zsh, fish };

export const shells: readonly string[] = Object.keys(scripts);

export function completionScript(shell: string, program: Command): string {
  return scripts[shell]?.(program.commands.map(described)) ?? '';
}

function described(command: Command): Described {
  const options = command.createHelp().visibleOptions(command).map(wordOf);
  const argument = command.registeredArguments[0]?.argChoices ?? 'file';
  return { name: command.name(), description: command.description(), options, argument };
}

function wordOf({ long, description, argChoices, required, flags }: Option): Word {
  const kind = /<(file|folder)>/.exec(flags)?.[1] as 'file' | 'folder' | undefined;
  return { name: long ?? flags, description, value: required ? (argChoices ?? kind ?? 'text') : undefined };
}

function bash(commands: readonly Described[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap((option) =>
      option.value === undefined ? [] : [`    "${name} ${option.name}") ${bashReply(option.value)}; return ;;`],
    ),
  );
  const others = commands.map(({ name, options, argument }) => {
    const words = options.map((option) => option.name).join(' ');
    return `    ${name}) if [[ $current == -* ]]; then ${bashReply([words])}; else ${bashReply(argument, '.topo')}; fi ;;`;
  });
  const names = commands.map(({ name }) => name);
  return `# Completion for bash: source <(topo completion bash)
_topo() {
  local IFS=$' \\t\\n' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join('|')}) command=$word; break ;; esac
  done
  case "$command $previous" in
${values.join('\n')}
  esac
  case $command in
    '') ${bashReply([...names, '--help', '--version'])} ;;
${others.join('\n')}
  esac
}
complete -o filenames -F _topo topo
`;
}

/** Names of files may hold blanks, so only a line's end parts them. */
function bashReply(value: Value, suffix = ''): string {
  if (value === 'text') return ':';
  if (value === 'folder') return `IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$current"))`;
  if (value === 'file') {
    const only = suffix === '' ? '' : ` -X '!*${suffix}'`;
    return `IFS=$'\\n'; COMPREPLY=($(compgen -f${only} -- "$current"; compgen -d -- "$current"))`;
  }
  return `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$current"))`;
}

function zsh(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, argument }) => {
    const words = options.map((option) => {
      const value = option.value === undefined ? '' : `:${option.name.slice(2)}:${zshValue(option.value)}`;
      return `'${option.name}[${zshText(option.description)}]${value}'`;
    });
    return `        ${name}) _arguments ${words.join(' ')} '*:file:${zshValue(argument, '.topo')}' ;;`;
  });
  const names = commands.map(({ name, description }) => `'${name}:${zshText(description)}'`);
  return `#compdef topo
# Completion for zsh: source <(topo completion zsh), below compinit
_topo() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands=(${names.join(' ')})
  _arguments -C '--help[show this help]' '--version[show the version]' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _topo ]]; then _topo "$@"; else compdef _topo topo; fi
`;
}

function zshValue(value: Value, suffix = ''): string {
  if (value === 'text') return ' ';
  if (value === 'folder') return '_files -/';
  if (value === 'file') return suffix === '' ? '_files' : `_files -g "*${suffix}"`;
  return `(${value.join(' ')})`;
}

/** Within single quotes, where brackets and colons mean something to _arguments. */
function zshText(text: string): string {
  return text.replaceAll("'", `'\\''`).replace(/[[\]:]/g, '\\$&');
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, description, options, argument }) => {
    const within = `complete -c topo -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c topo -n __fish_use_subcommand -a ${name} -d ${fishText(description)}`,
      `${within} ${fishValue(argument, '.topo')}`,
      ...options.map((option) => {
        const value = option.value === undefined ? '' : ` -r ${fishValue(option.value)}`;
        return `${within} -l ${option.name.slice(2)}${value.trimEnd()} -d ${fishText(option.description)}`;
      }),
    ];
  });
  return `# Completion for fish: topo completion fish > ~/.config/fish/completions/topo.fish
complete -c topo -f
complete -c topo -n __fish_use_subcommand -l help -d 'show this help'
complete -c topo -n __fish_use_subcommand -l version -d 'show the version'
${lines.join('\n')}
`;
}

function fishValue(value: Value, suffix = ''): string {
  if (value === 'text') return '-f';
  if (value === 'folder') return `-f -a '(__fish_complete_directories)'`;
  if (value === 'file') return suffix === '' ? '-F' : `-k -a '(__fish_complete_suffix ${suffix})'`;
  return `-f -a '${value.join(' ')}'`;
}

function fishText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
