import { Skeleton, SkeletonRows } from '../../components/skeleton.tsx'

export default function Loading() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-7 w-48" />
      <SkeletonRows />
    </div>
  )
}
