import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../../components/button.tsx'

/** One row more; `one` is what stands in a row. */
export const AddRow = ({ one, onAdd }: { one: string; onAdd: () => void }) => (
  <Button variant="quiet" size="small" className="self-start" onClick={onAdd}>
    <Plus aria-hidden />
    {useTranslations('tenantForm')('add', { one })}
  </Button>
)

/** Takes a row away; `name` says which. */
export const RemoveRow = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <Button
    variant="quiet"
    size="icon"
    aria-label={useTranslations('tenantForm')('remove', { name })}
    onClick={onRemove}
  >
    <X aria-hidden />
  </Button>
)
