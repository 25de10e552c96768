import {
  englishSettings,
  settingKeys,
  settings,
  type Kind,
  type Setting,
  type SettingKey,
} from '@pilot/contract'
import { Option, type Command } from 'commander'
import { infinity, isInFile, parseFlag, parseNames, parseProgram, parseWords } from './parse.ts'

/** The flags of these settings, to make a tenant. */
export const addSettings = (command: Command, keys: readonly SettingKey[] = settingKeys): Command => {
  for (const option of keys.flatMap((key) => flagsOf(key))) command.addOption(option)
  return command
}

/** The flags of all settings that may change, and those that add to lists and take away from them. */
export const addChanges = (command: Command): Command => {
  const changeable = settingKeys.filter((key) => (settings[key] as Setting).fixed !== true)
  addSettings(command, changeable)
  for (const option of changeable.flatMap((key) => partFlagsOf(settings[key]))) command.addOption(option)
  return command
}

const flagsOf = (key: SettingKey): Option[] => {
  const setting: Setting = settings[key]
  const option = new Option(`--${setting.flag} <${placeholderOf(setting)}>`, helpOf(key, setting))
  const words = englishSettings[key]
  // choices() sets a parser of its own.
  if ('choices' in words) option.choices(Object.keys(words.choices))
  option.argParser(parseFlag(setting))
  return key === 'command' ? [option.conflicts('app'), programFlag()] : [option]
}

/** Another way to say a command: most have no arguments. */
const programFlag = (): Option =>
  new Option('--app <path>', 'a program or a Node script, without arguments').argParser(parseProgram)

const partFlagsOf = (setting: Setting): Option[] => {
  const { kind, flag, placeholder } = setting
  if (kind === 'list')
    return [
      new Option(`--add-${flag} <${placeholder}>`, 'one more; may be repeated').argParser(
        parseWords(setting, `--add-${flag}`),
      ),
      new Option(`--remove-${flag} <${placeholder}>`, 'take one away; may be repeated').argParser(
        parseWords(setting, `--remove-${flag}`),
      ),
    ]
  if (kind === 'map')
    return [
      new Option(`--unset-${flag} <KEY>`, 'take one away; may be repeated').argParser(
        parseNames(setting, `--unset-${flag}`),
      ),
    ]
  return []
}

const placeholderOf = (setting: Setting): string => {
  const value = isInFile(setting) ? 'file' : setting.placeholder
  return setting.of === 'domain' ? `domain=${value}` : value
}

const helpOf = (key: SettingKey, { standard, kind }: Setting): string => {
  const { help } = englishSettings[key]
  const clause = help.charAt(0).toLowerCase() + help.slice(1)
  return [clause, severally[kind], standard === undefined ? `${infinity} for none` : undefined]
    .filter((part) => part !== undefined)
    .join('; ')
}

/** How a flag says more than one. */
const severally: Partial<Record<Kind, string>> = {
  list: 'repeat it or separate several by commas',
  map: 'may be repeated',
}
