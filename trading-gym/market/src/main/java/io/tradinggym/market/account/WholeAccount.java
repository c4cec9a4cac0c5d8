package io.tradinggym.market.account;

/** Asked of all positions together, again whenever anything has changed. */
final class WholeAccount extends Requirement {
  private final Account account;
  private final MarginModel model;
  private final boolean initial;
  private final WhatIf then;
  private boolean known;
  private long needed;

  WholeAccount(Account account, MarginModel model, boolean initial) {
    this.account = account;
    this.model = model;
    this.initial = initial;
    then = new WhatIf(account.positions());
  }

  @Override
  void clear() {
    known = false;
  }

  @Override
  void note(int asset) {
    known = false;
  }

  @Override
  void forget() {
    known = false;
  }

  @Override
  void age() {
    known = false;
  }

  @Override
  long sumWith(WhatIf lots) {
    return of(lots);
  }

  @Override
  long sum() {
    if (!known) {
      needed = of(account.positions());
      known = true;
    }
    return needed;
  }

  @Override
  long sumWith(int asset, long lots) {
    return of(then.clear().set(asset, lots));
  }

  private long of(Lots lots) {
    return initial ? model.initial(account, lots) : model.maintenance(account, lots);
  }
}
