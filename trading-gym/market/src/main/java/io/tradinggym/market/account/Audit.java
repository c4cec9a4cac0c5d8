package io.tradinggym.market.account;

/** Recomputes from the positions what the books say. */
final class Audit {
  private Audit() {}

  static void check(Account account, Books books, int currencies) {
    for (int currency = 0; currency < currencies; currency++) {
      long securities = 0;
      long contracts = 0;
      long value = 0;
      long isolated = 0;
      for (int asset = 0; asset < account.assets(); asset++) {
        if (account.currency(asset) == currency) {
          boolean perpetual = account.contract(asset);
          long worth =
              perpetual
                  ? account.positions().worth(asset)
                  : account.notional(asset, account.lots(asset));
          securities += account.cost(asset);
          isolated += account.isolation().margin(asset);
          contracts -= perpetual ? account.cost(asset) : 0;
          value += perpetual ? worth - account.cost(asset) : worth;
        }
      }
      agree(
          "securities and the cost of positions",
          books.balance(currency, Entry.SECURITIES),
          securities);
      agree(
          "contracts and the cost of perpetuals",
          books.balance(currency, Entry.CONTRACTS),
          contracts);
      agree(
          "isolated money and the balances of positions",
          books.balance(currency, Entry.ISOLATED),
          isolated);
      long paid =
          books.balance(currency, Entry.CASH)
              + books.balance(currency, Entry.ISOLATED)
              + books.balance(currency, Entry.ACCRUED);
      agree("equity and cash + positions + accruals", books.equity(currency), paid + value);
      agree(
          "equity and what was paid in and earned", books.equity(currency), books.earned(currency));
    }
  }

  private static void agree(String what, long left, long right) {
    if (left != right) {
      throw new IllegalStateException(
          "books do not balance: " + what + " are " + left + " and " + right);
    }
  }
}
