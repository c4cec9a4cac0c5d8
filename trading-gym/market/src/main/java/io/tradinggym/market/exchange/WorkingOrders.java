package io.tradinggym.market.exchange;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Orders that work, in columns by slot, in the order of their submission. The columns are made with the first order:
 * most lanes trade by targets alone. An order without lots is dead and leaves with {@link #compact}.
 */
final class WorkingOrders {
  private static final OrderType[] TYPES = OrderType.values();
  static final int WAITING = Integer.MAX_VALUE;

  private static final TimeInForce[] LIVES = TimeInForce.values();

  // Columns before the first order, the same in all lanes.
  private static final long[] NO_LONGS = {};
  private static final int[] NO_INTS = {};
  private static final boolean[] NO_BOOLEANS = {};
  private static final OrderType[] NO_TYPES = {};
  private static final TimeInForce[] NO_LIVES = {};
  private static final Conditions[] NO_CONDITIONS = {};

  long[] id = NO_LONGS;
  int[] asset = NO_INTS;
  long[] lots = NO_LONGS;
  OrderType[] type = NO_TYPES;
  long[] limit = NO_LONGS;
  long[] stop = NO_LONGS;
  TimeInForce[] life = NO_LIVES;
  long[] group = NO_LONGS;

  /** Whether a stop was met, so that the order now works as a market or limit order. */
  boolean[] triggered = NO_BOOLEANS;

  Conditions[] conditions = NO_CONDITIONS;

  /** The first bar that it works on; {@link #WAITING} for its parent. */
  int[] since = NO_INTS;

  /** Best price that a trailing stop has seen; 0 before its activation. */
  long[] peak = NO_LONGS;

  /** Of orders that began to work inside the present bar: their {@link Brackets} generation. */
  int[] began = NO_INTS;

  /** The price at which they began; 0 if it was not one of their asset. */
  long[] beganAt = NO_LONGS;

  /** Whether that price is a mark. */
  boolean[] beganByMark = NO_BOOLEANS;

  /** The end of the bar that certainly came after they began. */
  int[] ahead = NO_INTS;

  private int count;

  private final int slots;

  WorkingOrders(int slots) {
    this.slots = slots;
  }

  private void makeColumns() {
    id = new long[slots];
    asset = new int[slots];
    lots = new long[slots];
    type = new OrderType[slots];
    limit = new long[slots];
    stop = new long[slots];
    life = new TimeInForce[slots];
    group = new long[slots];
    triggered = new boolean[slots];
    conditions = new Conditions[slots];
    since = new int[slots];
    peak = new long[slots];
    began = new int[slots];
    beganAt = new long[slots];
    beganByMark = new boolean[slots];
    ahead = new int[slots];
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  void add(
      long newId,
      int ofAsset,
      long size,
      OrderType kind,
      long limitTicks,
      long stopTicks,
      TimeInForce until,
      long inGroup,
      Conditions asked) {
    if (id.length == 0) {
      makeColumns();
    }
    put(count++, newId, ofAsset, size, kind, limitTicks, stopTicks, until, inGroup, asked);
  }

  /** Writes an order into a slot. */
  void put(
      int slot,
      long newId,
      int ofAsset,
      long size,
      OrderType kind,
      long limitTicks,
      long stopTicks,
      TimeInForce until,
      long inGroup,
      Conditions asked) {
    id[slot] = newId;
    asset[slot] = ofAsset;
    lots[slot] = size;
    type[slot] = kind;
    limit[slot] = limitTicks;
    stop[slot] = stopTicks;
    life[slot] = until;
    group[slot] = inGroup;
    triggered[slot] = false;
    conditions[slot] = asked;
    since[slot] = asked.parent() == 0 ? 0 : WAITING;
    peak[slot] = 0;
    began[slot] = 0;
  }

  /** What is left of the order of a slot. */
  Order order(int slot) {
    return new Order(
        id[slot],
        asset[slot],
        lots[slot],
        type[slot],
        limit[slot],
        stop[slot],
        life[slot],
        group[slot],
        conditions[slot]);
  }

  /** The slot of an order, -1 if it does not work. */
  int find(long wanted) {
    for (int slot = 0; slot < count; slot++) {
      if (id[slot] == wanted) {
        return slot;
      }
    }
    return -1;
  }

  /** Lots on one side of an asset, without those of a group. */
  long resting(int ofAsset, boolean buys, long butGroup) {
    long sum = 0;
    for (int slot = 0; slot < count; slot++) {
      boolean counts =
          asset[slot] == ofAsset
              && lots[slot] > 0 == buys
              && (butGroup == 0 || group[slot] != butGroup);
      sum = counts ? Math.addExact(sum, lots[slot]) : sum;
    }
    return sum;
  }

  /** Closes the gaps that dead orders left. */
  void compact() {
    int kept = 0;
    for (int slot = 0; slot < count; slot++) {
      if (lots[slot] != 0) {
        move(slot, kept++);
      }
    }
    count = kept;
  }

  private void move(int from, int to) {
    if (from != to) {
      id[to] = id[from];
      asset[to] = asset[from];
      lots[to] = lots[from];
      type[to] = type[from];
      limit[to] = limit[from];
      stop[to] = stop[from];
      life[to] = life[from];
      group[to] = group[from];
      triggered[to] = triggered[from];
      conditions[to] = conditions[from];
      since[to] = since[from];
      peak[to] = peak[from];
      began[to] = began[from];
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int slot = 0; slot < count; slot++) {
      out.writeLong(id[slot]);
      out.writeInt(asset[slot]);
      out.writeLong(lots[slot]);
      out.writeByte(code(TYPES, type[slot]));
      out.writeLong(limit[slot]);
      out.writeLong(stop[slot]);
      out.writeByte(code(LIVES, life[slot]));
      out.writeLong(group[slot]);
      save(conditions[slot], out);
      out.writeBoolean(triggered[slot]);
      out.writeInt(since[slot]);
      out.writeLong(peak[slot]);
    }
  }

  void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved < 0 || saved > slots) {
      throw new IOException(
          "saved exchange has " + saved + " working orders, this one has room for " + slots);
    }
    count = 0;
    for (int slot = 0; slot < saved; slot++) {
      add(
          in.readLong(),
          in.readInt(),
          in.readLong(),
          TYPES[in.readByte()],
          in.readLong(),
          in.readLong(),
          LIVES[in.readByte()],
          in.readLong(),
          conditions(in));
      triggered[slot] = in.readBoolean();
      since[slot] = in.readInt();
      peak[slot] = in.readLong();
    }
  }

  private static void save(Conditions one, DataOutput out) throws IOException {
    out.writeBoolean(one.trigger() == Trigger.MARK);
    out.writeBoolean(one.postOnly());
    out.writeBoolean(one.reduceOnly());
    out.writeLong(one.until());
    out.writeInt(one.callback());
    out.writeLong(one.parent());
  }

  private static Conditions conditions(DataInput in) throws IOException {
    return new Conditions(
        in.readBoolean() ? Trigger.MARK : Trigger.LAST,
        in.readBoolean(),
        in.readBoolean(),
        in.readLong(),
        in.readInt(),
        in.readLong());
  }

  private static <E> int code(E[] all, E one) {
    int code = 0;
    while (all[code] != one) {
      code++;
    }
    return code;
  }
}
