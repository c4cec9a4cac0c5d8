package io.tradinggym.market.account;

/** Two listeners, told one after the other. */
record BothAccountListeners(AccountListener first, AccountListener second)
    implements AccountListener {
  @Override
  public void traded(
      TradeReason reason,
      int asset,
      long lots,
      long perLot,
      long commission,
      long charged,
      long realised,
      long cash) {
    first.traded(reason, asset, lots, perLot, commission, charged, realised, cash);
    second.traded(reason, asset, lots, perLot, commission, charged, realised, cash);
  }

  @Override
  public void posted(int asset, int currency, Entry debit, Entry credit, long amount) {
    first.posted(asset, currency, debit, credit, amount);
    second.posted(asset, currency, debit, credit, amount);
  }

  @Override
  public void dividend(int asset, long perUnit) {
    first.dividend(asset, perUnit);
    second.dividend(asset, perUnit);
  }

  @Override
  public void funding(int asset, long rate) {
    first.funding(asset, rate);
    second.funding(asset, rate);
  }

  @Override
  public void split(int asset, long numerator, long denominator, long newMark) {
    first.split(asset, numerator, denominator, newMark);
    second.split(asset, numerator, denominator, newMark);
  }

  @Override
  public void exercised(int option, long contracts) {
    first.exercised(option, contracts);
    second.exercised(option, contracts);
  }

  @Override
  public void ended(int option, boolean abandoned) {
    first.ended(option, abandoned);
    second.ended(option, abandoned);
  }

  @Override
  public void replaced(int asset, int successor, long factor) {
    first.replaced(asset, successor, factor);
    second.replaced(asset, successor, factor);
  }
}
