import { useRouter } from 'vue-router';

/**
 * For long tables: plain links, and one listener on the table that follows them inside the program. A component for each
 * of a thousand links costs more than the table itself. New tabs and downloads stay the browser's business.
 */
export function use_plain_links(): (event: MouseEvent) => void {
  const router = useRouter();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a[href^="/"]');
    const address = link?.getAttribute('href');
    if (!address || link?.hasAttribute('download') || link?.getAttribute('target')) return;
    event.preventDefault();
    void router.push(address);
  };
}
