package io.tradinggym.trading.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Which sleeve an order that works belongs to; its columns are made with the first order. */
final class SleeveOfOrder {
  private final int slots;
  private long[] id = {};
  private int[] sleeve = {};
  private int count;

  SleeveOfOrder(int slots) {
    this.slots = slots;
  }

  void clear() {
    count = 0;
  }

  boolean isFull() {
    return count == slots;
  }

  void add(long order, int of) {
    if (id.length == 0) {
      id = new long[slots];
      sleeve = new int[slots];
    }
    id[count] = order;
    sleeve[count] = of;
    count++;
  }

  /** The sleeve of an order; -1 if it does not work. */
  int of(long order) {
    int at = find(order);
    return at < 0 ? Sleeves.ACCOUNT : sleeve[at];
  }

  void remove(long order) {
    int at = find(order);
    if (at >= 0) {
      count--;
      id[at] = id[count];
      sleeve[at] = sleeve[count];
    }
  }

  private int find(long order) {
    for (int i = 0; i < count; i++) {
      if (id[i] == order) {
        return i;
      }
    }
    return -1;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeLong(id[i]);
      out.writeInt(sleeve[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved < 0 || saved > slots) {
      throw new IOException(
          "saved order flow has " + saved + " working orders, this one has room for " + slots);
    }
    count = 0;
    for (int i = 0; i < saved; i++) {
      add(in.readLong(), in.readInt());
    }
  }
}
