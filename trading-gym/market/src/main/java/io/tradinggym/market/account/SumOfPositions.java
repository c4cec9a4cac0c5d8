package io.tradinggym.market.account;

import java.util.Arrays;

/**
 * The sum of what each position needs alone. A position that changes is only noted; it is worked out when the sum is
 * asked for, so that many changes between two questions cost one calculation.
 */
final class SumOfPositions extends Requirement {
  private static final int NONE = -1;

  private final Account account;
  private final PositionMargin model;
  private final boolean initial;
  private final WhatIf then;
  private final long[] needed;
  private final boolean[] noted;
  private final int[] queue;
  private int queued;
  private long sum;
  private int triedAsset = NONE;
  private long triedLots;
  private long tried;

  SumOfPositions(Account account, PositionMargin model, boolean initial) {
    this.account = account;
    this.model = model;
    this.initial = initial;
    then = new WhatIf(account.positions());
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
    forget();
  }

  @Override
  void note(int asset) {
    if (!noted[asset]) {
      noted[asset] = true;
      queue[queued++] = asset;
    }
  }

  @Override
  void forget() {
    triedAsset = NONE;
  }

  @Override
  void age() {
    forget();
  }

  @Override
  long sumWith(WhatIf lots) {
    return initial ? model.initial(account, lots) : model.maintenance(account, lots);
  }

  @Override
  long sum() {
    drain(NONE);
    return initial ? Math.max(sum, model.least(account, account.positions())) : sum;
  }

  @Override
  long sumWith(int asset, long lots) {
    drain(asset);
    long others = Math.subtractExact(sum, needed[asset]);
    tried = of(asset, lots);
    triedAsset = asset;
    triedLots = lots;
    long all = Math.addExact(others, tried);
    return initial ? Math.max(all, model.least(account, then.clear().set(asset, lots))) : all;
  }

  /** Works out all that was noted, but one asset. */
  private void drain(int but) {
    int kept = 0;
    for (int i = 0; i < queued; i++) {
      int asset = queue[i];
      if (asset == but) {
        queue[kept++] = asset;
      } else {
        noted[asset] = false;
        long now = of(asset, account.lots(asset));
        sum = Math.addExact(sum, now - needed[asset]);
        needed[asset] = now;
      }
    }
    queued = kept;
  }

  private long of(int asset, long lots) {
    if (lots == 0 || (account.isolating && account.isolation().on(asset))) {
      return 0;
    }
    if (asset == triedAsset && lots == triedLots) {
      return tried;
    }
    long amount =
        initial ? model.initial(account, asset, lots) : model.maintenance(account, asset, lots);
    // Negated twice: toBase rounds down, and what is needed is rounded up.
    return -account.toBase(account.currency(asset), -amount);
  }
}
