package io.tradinggym.crypto.env;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Coins and cash on their way from one venue to the other, first sent first arrived. */
final class Transfers {
  private final int[] arrival;
  private final int[] to;
  private final long[] lots;
  private final long[] cash;
  private int count;

  Transfers(int most) {
    arrival = new int[most];
    to = new int[most];
    lots = new long[most];
    cash = new long[most];
  }

  void clear() {
    count = 0;
  }

  boolean isFull() {
    return count == arrival.length;
  }

  void send(int venue, int atBar, long coins, long money) {
    arrival[count] = atBar;
    to[count] = venue;
    lots[count] = coins;
    cash[count] = money;
    count++;
  }

  /** Hands over what has arrived. */
  void arrive(int bar, Venue[] venues) {
    int arrived = 0;
    while (arrived < count && arrival[arrived] <= bar) {
      if (lots[arrived] != 0) {
        venues[to[arrived]].move(lots[arrived]);
      }
      if (cash[arrived] != 0) {
        venues[to[arrived]].pay(cash[arrived]);
      }
      arrived++;
    }
    if (arrived > 0) {
      count -= arrived;
      System.arraycopy(arrival, arrived, arrival, 0, count);
      System.arraycopy(to, arrived, to, 0, count);
      System.arraycopy(lots, arrived, lots, 0, count);
      System.arraycopy(cash, arrived, cash, 0, count);
    }
  }

  /** Worth of the coins on their way, at the marks of where they go. */
  long coins(Venue[] venues) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += lots[i] == 0 ? 0 : venues[to[i]].worth(lots[i]);
    }
    return sum;
  }

  /** Cash on its way. */
  long cash() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += cash[i];
    }
    return sum;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeInt(arrival[i]);
      out.writeInt(to[i]);
      out.writeLong(lots[i]);
      out.writeLong(cash[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved < 0 || saved > arrival.length) {
      throw new IOException(saved + " saved transfers, there is room for " + arrival.length);
    }
    count = saved;
    for (int i = 0; i < count; i++) {
      arrival[i] = in.readInt();
      to[i] = in.readInt();
      lots[i] = in.readLong();
      cash[i] = in.readLong();
    }
  }
}
