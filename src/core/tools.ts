/** Whether the item is made for work: anything else in hand is as good as a bare hand. */
export function isTool(item: string): boolean {
  return /(_pickaxe|_axe|_shovel|_hoe|_sword)$|^shears$/.test(item)
}
