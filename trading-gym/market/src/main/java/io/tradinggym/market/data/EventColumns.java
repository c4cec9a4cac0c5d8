package io.tradinggym.market.data;

import io.tradinggym.market.Money;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** Dividends and splits of {@link MarketData}, beside its rows: asset by asset, bar by bar. */
final class EventColumns {
  private final long[][] dividend;
  private final int[][] shares;
  private final int[][] of;

  EventColumns(int assets, int bars) {
    this(new long[assets][bars], new int[assets][bars], new int[assets][bars]);
    for (int asset = 0; asset < assets; asset++) {
      Arrays.fill(shares[asset], 1);
      Arrays.fill(of[asset], 1);
    }
  }

  private EventColumns(long[][] dividend, int[][] shares, int[][] of) {
    this.dividend = dividend;
    this.shares = shares;
    this.of = of;
  }

  void set(int asset, int bar, CorporateEvents events, int row) {
    dividend[asset][bar] = Money.ofRounded(events.dividend()[row]);
    shares[asset][bar] = events.shares()[row];
    of[asset][bar] = events.of()[row];
  }

  long dividend(int asset, int bar) {
    return dividend[asset][bar];
  }

  int shares(int asset, int bar) {
    return shares[asset][bar];
  }

  int of(int asset, int bar) {
    return of[asset][bar];
  }

  void digest(int asset, MessageDigest digest) {
    ByteBuffer event = ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES);
    for (int bar = 0; bar < dividend[asset].length; bar++) {
      if (dividend[asset][bar] != 0 || shares[asset][bar] != of[asset][bar]) {
        event.clear();
        event.putLong(bar).putLong(dividend[asset][bar]);
        event.putInt(shares[asset][bar]).putInt(of[asset][bar]);
        digest.update(event.array());
      }
    }
  }

  EventColumns slice(int from, int to) {
    return new EventColumns(
        Arrays.stream(dividend)
            .map(own -> Arrays.copyOfRange(own, from, to))
            .toArray(long[][]::new),
        Arrays.stream(shares).map(own -> Arrays.copyOfRange(own, from, to)).toArray(int[][]::new),
        Arrays.stream(of).map(own -> Arrays.copyOfRange(own, from, to)).toArray(int[][]::new));
  }
}
