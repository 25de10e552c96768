export { changeSpec } from './change-spec.ts'
export { chooseUid } from './choose-uid.ts'
export { mergeSpec, type Found } from './merge-spec.ts'
export { settingsOf } from './settings-of.ts'
