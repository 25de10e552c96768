import { classNames } from './class-names.ts'

/** The place of something that is still loading, seen only after 200 ms. Give it the size of what will come. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={classNames('h-4 animate-appear rounded-sm bg-hover', className)} />
)

/** So many rows of a table to come. */
export const SkeletonRows = ({ rows = 8 }: { rows?: number }) => (
  <div className="flex flex-col">
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className="flex h-9 items-center gap-4 border-b">
        <Skeleton className="w-1/5" />
        <Skeleton className="w-1/12" />
        <Skeleton className="w-1/4" />
      </div>
    ))}
  </div>
)
