import { buys, type ProfessionTrades, sells, sellsEnchantedBook } from './trade.ts'

/** Minecraft Wiki: Trading, Librarian. */
export const librarian: ProfessionTrades = [
  [buys('paper', 24, 16, 2), sellsEnchantedBook(1), sells('bookshelf', [9, 1], 1)],
  [buys('book', 4, 12, 10), sellsEnchantedBook(5), sells('lantern', [1, 1], 5)],
  [buys('ink_sac', 5, 12, 20), sellsEnchantedBook(10), sells('glass', [1, 4], 10)],
  [
    buys('writable_book', 2, 12, 30),
    sellsEnchantedBook(15),
    sells('clock', [5, 1], 15),
    sells('compass', [4, 1], 15),
  ],
  [sells('name_tag', [20, 1], 30)],
]
