package io.tradinggym.market.account;

import java.util.Arrays;

/** The sum of what each underlying needs with its options; worked out again where something has changed. */
final class SumOfUnderlyings extends Requirement {
  private final Account account;
  private final UnderlyingMargin model;
  private final boolean initial;
  private final WhatIf then;
  private final WhatIf nothing;
  private final long[] needed;
  private final boolean[] noted;
  private final int[] queue;
  private int queued;
  private long sum;

  SumOfUnderlyings(Account account, UnderlyingMargin model, boolean initial) {
    this.account = account;
    this.model = model;
    this.initial = initial;
    then = new WhatIf(account.positions());
    nothing = new WhatIf(account.positions());
    int assets = account.assets();
    needed = new long[assets];
    noted = new boolean[assets];
    queue = new int[assets];
  }

  @Override
  void clear() {
    Arrays.fill(needed, 0);
    Arrays.fill(noted, false);
    queued = 0;
    sum = 0;
  }

  @Override
  void note(int asset) {
    int underlying = account.underlying(asset);
    if (!noted[underlying]) {
      noted[underlying] = true;
      queue[queued++] = underlying;
    }
  }

  @Override
  void forget() {}

  @Override
  void age() {
    for (int asset = 0; asset < noted.length; asset++) {
      if (account.options().count(asset) > 0) {
        note(asset);
      }
    }
  }

  @Override
  long sum() {
    drain(nothing);
    return initial ? Math.max(sum, model.least(account, account.positions())) : sum;
  }

  @Override
  long sumWith(int asset, long lots) {
    return sumWith(then.clear().set(asset, lots));
  }

  @Override
  long sumWith(WhatIf lots) {
    drain(lots);
    long all = sum;
    for (int i = 0; i < lots.changes(); i++) {
      int underlying = account.underlying(lots.changed(i));
      if (firstOn(lots, underlying) == i) {
        all = Math.addExact(all, of(underlying, lots) - needed[underlying]);
      }
    }
    return initial ? Math.max(all, model.least(account, lots)) : all;
  }

  /** The first change that is of an underlying; the number of changes if none is. */
  private int firstOn(WhatIf lots, int underlying) {
    int change = 0;
    while (change < lots.changes() && account.underlying(lots.changed(change)) != underlying) {
      change++;
    }
    return change;
  }

  /** Works out all that was noted, but what is asked about otherwise. */
  private void drain(WhatIf but) {
    int kept = 0;
    for (int i = 0; i < queued; i++) {
      int underlying = queue[i];
      if (firstOn(but, underlying) < but.changes()) {
        queue[kept++] = underlying;
      } else {
        noted[underlying] = false;
        long now = of(underlying, account.positions());
        sum = Math.addExact(sum, now - needed[underlying]);
        needed[underlying] = now;
      }
    }
    queued = kept;
  }

  private long of(int underlying, Lots lots) {
    // A slot that was emptied may hold an option by now.
    if (!account.listed(underlying) || account.options().is(underlying)) {
      return 0;
    }
    return initial
        ? model.initial(account, underlying, lots)
        : model.maintenance(account, underlying, lots);
  }
}
