import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback } from "react";

type Paged<T> = UseInfiniteQueryResult<{ pages: { items: T[] }[] }>;

/** The rows of a paged query in one list, and how to get more. */
export function useRows<T>(query: Paged<T>) {
  const { fetchNextPage } = query;
  const load = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    rows: query.data?.pages.flatMap((page) => page.items),
    more: { has: query.hasNextPage, loading: query.isFetchingNextPage, load },
  };
}
