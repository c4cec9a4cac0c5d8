package io.tradinggym.market.account;

/** Counts an account's money and positions from what its listener is told, and nothing else. */
final class Recount implements AccountListener {
  final long[] cash;
  final long[] isolated;
  final long[] accrued;
  final long[] lots;

  Recount(Account account) {
    int currencies = account.currencies().size();
    cash = new long[currencies];
    isolated = new long[currencies];
    accrued = new long[currencies];
    lots = new long[account.assets()];
    this.account = account;
    for (int currency = 0; currency < currencies; currency++) {
      cash[currency] = account.balance(currency, Entry.CASH);
    }
    account.listener(this);
  }

  private final Account account;

  @Override
  public void traded(
      TradeReason reason,
      int asset,
      long quantity,
      long perLot,
      long commission,
      long charged,
      long realised,
      long moved) {
    cash[account.currency(asset)] += moved;
    lots[asset] += quantity;
  }

  @Override
  public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
    post(currency, debit, amount);
    post(currency, credit, -amount);
  }

  private void post(int currency, Entry entry, long amount) {
    switch (entry) {
      case CASH -> cash[currency] += amount;
      case ISOLATED -> isolated[currency] += amount;
      case ACCRUED -> accrued[currency] += amount;
      default -> {}
    }
  }

  void check() {
    for (int currency = 0; currency < cash.length; currency++) {
      agree("cash", account.balance(currency, Entry.CASH), cash[currency]);
      agree("isolated", account.balance(currency, Entry.ISOLATED), isolated[currency]);
      agree("accrued", account.balance(currency, Entry.ACCRUED), accrued[currency]);
    }
  }

  private static void agree(String what, long booked, long told) {
    if (booked != told) {
      throw new AssertionError(what + ": booked " + booked + ", told " + told);
    }
  }
}
