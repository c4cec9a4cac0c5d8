package io.tradinggym.allocator.multi;

import io.tradinggym.api.Frame;
import io.tradinggym.market.Money;
import io.tradinggym.options.trading.OptionDesk;
import io.tradinggym.trading.SessionTrader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Trades the one account: strategies first, then shares and the perpetual to parts of the equity. */
final class MultiTrader implements SessionTrader {
  private static final double CENT = Money.UNITS / 100.0;

  private final MultiBook book;
  private final Choices[] choices;
  private final double[] parts;
  private final int[] chosen;

  MultiTrader(MultiBook book, MultiTask task) {
    this.book = book;
    choices = new Choices[book.desks()];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = new Choices(book.tape().board(i), book.desk(i), task);
    }
    parts = new double[book.perpetual() + 1];
    chosen = new int[choices.length];
  }

  @Override
  public void begin() {
    book.begin();
    Arrays.fill(parts, Double.NaN);
    Arrays.fill(chosen, Choices.KEEP);
  }

  /** Asks for a part of the equity to be held of a share or the perpetual; NaN keeps what is held. */
  void target(int asset, double part) {
    parts[asset] = part;
  }

  /** Asks for one of the {@link Choices} of a share with options. */
  void choose(int share, int choice) {
    chosen[share] = choice;
  }

  @Override
  public void trade() {
    for (int share = 0; share < choices.length; share++) {
      choices[share].act(chosen[share]);
    }
    for (int asset = 0; asset < parts.length; asset++) {
      if (!Double.isNaN(parts[asset])) {
        book.target(asset, parts[asset]);
      }
    }
  }

  @Override
  public void mark() {
    book.mark();
  }

  @Override
  public void look() {
    double cents = book.account().equity() / CENT;
    for (Choices each : choices) {
      each.draw(cents);
    }
  }

  /** Writes the masks of the choices from an index on. */
  void offer(Frame frame, int from) {
    int at = from;
    for (Choices each : choices) {
      each.offer(frame, at);
      at += each.size();
    }
  }

  /** How many choices a share with options has. */
  int choices() {
    return choices[0].size();
  }

  @Override
  public boolean holdsAny() {
    return book.holdsAny();
  }

  @Override
  public void liquidate() {
    book.liquidate();
  }

  MultiBook book() {
    return book;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    book.venue().save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    book.venue().restore(in);
    for (int i = 0; i < book.desks(); i++) {
      OptionDesk desk = book.desk(i);
      desk.contracts().restore();
    }
    book.mark();
  }

  @Override
  public String toString() {
    return book.contracts() + " options";
  }
}
