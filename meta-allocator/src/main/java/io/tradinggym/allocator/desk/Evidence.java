package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.regime.RegimeModel;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Clock;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.Settlement;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What is known at a close by whoever shares capital out: what each specialist wants, how its {@link PaperBook} does,
 * how correlated they are, and the regime, told from the mean log return of all instruments. It lives through all bars
 * of a path from the first on, the history before the episode, too, so that nobody begins without a past.
 *
 * <p>One lane's; nothing is allocated in a step, unless the regime model is refitted.
 */
final class Evidence implements Settlement {
  private static final double DECAY = 0.97;
  private static final double PERCENT = 100;

  private final MarketCursor cursor;
  private final Clock clock;
  private final List<Specialist> specialists;
  private final PaperBook[] books;
  private final RegimeModel regime;
  private final double[] chances;
  private final double[] seen = new double[1];
  private final double[] wanted;
  private final double[] means;
  private final double[] products;
  private int last;

  Evidence(
      MarketCursor cursor,
      List<Specialist> specialists,
      RegimeModel regime,
      double cost,
      double band) {
    this.cursor = cursor;
    this.specialists = List.copyOf(specialists);
    this.regime = regime;
    int assets = cursor.bars().assets();
    clock = new Clock(cursor.bars(), cursor.market().instruments());
    books = new PaperBook[specialists.size()];
    for (int i = 0; i < books.length; i++) {
      books[i] = new PaperBook(assets, cost, band);
    }
    chances = new double[regime.states()];
    wanted = new double[assets];
    means = new double[books.length];
    products = new double[books.length * books.length];
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    clock.rewind();
    regime.reset();
    Arrays.fill(means, 0);
    Arrays.fill(products, 0);
    for (int i = 0; i < books.length; i++) {
      books[i].begin();
      specialists.get(i).begin();
    }
    for (last = 0; last < bar; last++) {
      see(last);
    }
    see(last);
    for (PaperBook book : books) {
      book.markPeak();
    }
  }

  @Override
  public void settle(int bar, RandomStream random) {
    last = bar;
    see(bar);
  }

  private void see(int bar) {
    clock.set(bar);
    AsOf view = clock.view();
    if (bar > 0) {
      for (PaperBook book : books) {
        book.pass(view);
      }
      remember();
      seen[0] = PERCENT * marketReturn(view);
      regime.update(seen);
    }
    regime.probabilities(chances);
    for (int i = 0; i < books.length; i++) {
      specialists.get(i).decide(view, wanted);
      for (int asset = 0; asset < wanted.length; asset++) {
        if (Double.isNaN(wanted[asset])) {
          wanted[asset] = books[i].weight(view, asset);
        }
      }
      books[i].order(view, wanted);
    }
  }

  private double marketReturn(AsOf view) {
    double sum = 0;
    int counted = 0;
    for (int asset = 0; asset < wanted.length; asset++) {
      if (view.close(asset, 1) > 0) {
        sum += StrictMath.log(view.close(asset, 0) / view.close(asset, 1));
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /** Exponential moments of the books' returns. */
  private void remember() {
    for (int i = 0; i < books.length; i++) {
      means[i] = DECAY * means[i] + (1 - DECAY) * books[i].lastReturn();
      for (int j = 0; j <= i; j++) {
        int at = i * books.length + j;
        double product = books[i].lastReturn() * books[j].lastReturn();
        products[at] = DECAY * products[at] + (1 - DECAY) * product;
      }
    }
  }

  /** {@return how many specialists there are} */
  public int size() {
    return books.length;
  }

  /**
   * {@return the book of a specialist}
   *
   * @param specialist index of the specialist, from 0
   */
  public PaperBook book(int specialist) {
    return books[specialist];
  }

  /**
   * {@return the exponential mean of a specialist's returns of a bar, a fraction}
   *
   * @param specialist index of the specialist, from 0
   */
  public double mean(int specialist) {
    return means[specialist];
  }

  /**
   * {@return the exponential root mean square of a specialist's returns of a bar, a fraction}
   *
   * @param specialist index of the specialist, from 0
   */
  public double deviation(int specialist) {
    return Math.sqrt(products[specialist * books.length + specialist]);
  }

  /**
   * {@return the exponential correlation of two specialists' returns, -1 to 1; 0 while one has none}
   *
   * @param one index of a specialist, from 0
   * @param other index of the other specialist, from 0
   */
  public double correlation(int one, int other) {
    double scale = deviation(one) * deviation(other);
    int at = Math.max(one, other) * books.length + Math.min(one, other);
    return scale > 0 ? products[at] / scale : 0;
  }

  /** {@return how many states the regime has} */
  public int states() {
    return chances.length;
  }

  /**
   * {@return the chance of a state at the present bar}
   *
   * @param state index of the state, from 0
   */
  public double chance(int state) {
    return chances[state];
  }

  /** {@return the likeliest state, from 0, the first of equals} */
  public int state() {
    int best = 0;
    for (int state = 1; state < chances.length; state++) {
      best = chances[state] > chances[best] ? state : best;
    }
    return best;
  }

  /** What a specialist wants to hold of an instrument, as a share of its capital. */
  double wanted(int specialist, int asset) {
    return books[specialist].wanted(clock.view(), asset);
  }

  /** Instruments of the market. */
  int assets() {
    return wanted.length;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < books.length; i++) {
      specialists.get(i).save(out);
      books[i].save(out);
      out.writeDouble(means[i]);
    }
    for (double product : products) {
      out.writeDouble(product);
    }
    regime.save(out);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    last = bar;
    clock.rewind();
    clock.set(bar);
    for (int i = 0; i < books.length; i++) {
      specialists.get(i).begin();
      specialists.get(i).restore(in);
      books[i].restore(in);
      means[i] = in.readDouble();
    }
    for (int i = 0; i < products.length; i++) {
      products[i] = in.readDouble();
    }
    regime.restore(in);
    regime.probabilities(chances);
  }

  /** {@return when the present bar closed, epoch milliseconds} */
  public long time() {
    return cursor.bars().closeTime(last);
  }
}
