package io.tradinggym.options.trading;

import io.tradinggym.api.Resumable;
import io.tradinggym.options.board.OptionBoard;
import io.tradinggym.options.pricing.OptionType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The contracts that a book holds, each option once. Room for {@link StrategyKind#LEGS} of them; allocates nothing. */
final class Legs implements Resumable {
  private final OptionBoard board;
  private final Held[] legs = new Held[StrategyKind.LEGS];
  private int size;

  Legs(OptionBoard board) {
    this.board = board;
    for (int i = 0; i < legs.length; i++) {
      legs[i] = new Held();
    }
  }

  int size() {
    return size;
  }

  Held get(int i) {
    return legs[i];
  }

  void clear() {
    size = 0;
  }

  /** The leg of an option; without contracts if none were held. */
  Held of(Held option) {
    int i = find(option);
    if (i == size) {
      legs[size++].become(option, 0);
    }
    return legs[i];
  }

  /** Contracts held of an option. */
  int position(Held option) {
    int i = find(option);
    return i < size ? legs[i].contracts : 0;
  }

  private int find(Held option) {
    int i = 0;
    while (i < size && !legs[i].is(option)) {
      i++;
    }
    return i;
  }

  /** Takes legs without contracts out, in order. */
  void drop() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (legs[i].contracts != 0) {
        Held leg = legs[i];
        legs[i] = legs[kept];
        legs[kept++] = leg;
      }
    }
    size = kept;
  }

  /** Looks at the board again; due whenever the market has moved. */
  void mark() {
    for (int i = 0; i < size; i++) {
      board.quote(legs[i]);
    }
  }

  /** What all are worth at their marks, in cents. */
  long worth() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (long) legs[i].contracts * OptionBook.MULTIPLIER / 2 * legs[i].twice;
    }
    return sum;
  }

  /** Shares that would move as they do. */
  double delta() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += legs[i].contracts * legs[i].delta;
    }
    return OptionBook.MULTIPLIER * sum;
  }

  /** Becomes others on the same board. */
  void copy(Legs other) {
    size = other.size;
    for (int i = 0; i < size; i++) {
      legs[i].become(other.legs[i], other.legs[i].contracts);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeBoolean(legs[i].type == OptionType.CALL);
      out.writeInt(legs[i].strikeCents);
      out.writeInt(legs[i].expiryDay);
      out.writeInt(legs[i].contracts);
    }
  }

  /** After the board, which quotes what is held. */
  @Override
  public void restore(DataInput in) throws IOException {
    size = in.readInt();
    for (int i = 0; i < size; i++) {
      OptionType type = in.readBoolean() ? OptionType.CALL : OptionType.PUT;
      legs[i].become(type, in.readInt(), in.readInt(), in.readInt());
    }
    mark();
  }
}
