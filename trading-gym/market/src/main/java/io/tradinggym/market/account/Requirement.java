package io.tradinggym.market.account;

import java.util.Arrays;

/**
 * What a margin model asks of every position, and the sum of it, base currency. A position that changes is only noted;
 * it is worked out when the sum is asked for, so that many changes between two questions cost one calculation.
 */
final class Requirement {
  private static final int NONE = -1;

  private final Account account;
  private final MarginModel model;
  private final boolean initial;
  private final long[] needed;
  private final boolean[] noted;
  private final int[] queue;
  private int queued;
  private long sum;
  private int triedAsset = NONE;
  private long triedLots;
  private long tried;

  /** @param initial whether to ask for what opening needs, or for what keeping needs */
  Requirement(Account account, MarginModel model, boolean initial, int assets) {
    this.account = account;
    this.model = model;
    this.initial = initial;
    needed = new long[assets];
    noted = new boolean[assets];
    queue = new int[assets];
  }

  void clear() {
    Arrays.fill(needed, 0);
    Arrays.fill(noted, false);
    queued = 0;
    sum = 0;
    forget();
  }

  /** The position, its mark or its currency's rate has changed. */
  void note(int asset) {
    if (!noted[asset]) {
      noted[asset] = true;
      queue[queued++] = asset;
    }
  }

  /** A mark or a rate has changed: what was tried before it says nothing now. */
  void forget() {
    triedAsset = NONE;
  }

  long sum() {
    drain(NONE);
    return sum;
  }

  /** The sum if the asset had so many lots instead. */
  long sumWith(int asset, long lots) {
    drain(asset);
    long others = Math.subtractExact(sum, needed[asset]);
    tried = of(asset, lots);
    triedAsset = asset;
    triedLots = lots;
    return Math.addExact(others, tried);
  }

  /** The sum if several assets, each named once, had so many lots instead. */
  long sumWith(int count, int[] assets, long[] lots) {
    drain(NONE);
    long all = sum;
    for (int i = 0; i < count; i++) {
      all = Math.addExact(all, of(assets[i], lots[i]) - needed[assets[i]]);
    }
    return all;
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
    if (lots == 0 || account.isolated(asset)) {
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
