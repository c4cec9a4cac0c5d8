package io.tradinggym.market.process;

import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** Draws bars of a {@link SimulatedMarket}. */
final class SimulatedTape extends RedrawnTape {
  /** What a thread draws with, of the last number of assets that it drew. */
  private static final ThreadLocal<BarBlock> BLOCKS =
      ThreadLocal.withInitial(() -> new BarBlock(1));

  private static final ThreadLocal<RandomStream> READERS =
      ThreadLocal.withInitial(RandomStream::reader);

  final SimulatedMarket market;
  final PriceProcess.Path path;
  final double[] price;
  final double[] volumeState;
  final double[] perDeviation;

  SimulatedTape(SimulatedMarket market) {
    super(new SimulatedBars(market.assets(), market.closeTimes()), market.history());
    this.market = market;
    int assets = market.assets();
    path = market.process().path();
    price = new double[assets];
    volumeState = new double[assets];
    perDeviation = new double[assets];
    for (int i = 0; i < assets; i++) {
      perDeviation[i] = 1 / market.process().typicalDeviation(i);
    }
  }

  @Override
  void draw(RandomStream random) {
    RandomStream reader = READERS.get();
    reader.copyFrom(random);
    for (int i = 0; i < price.length; i++) {
      price[i] = market.startTicks(i);
    }
    Arrays.fill(volumeState, 0);
    path.start(reader);
    BarBlock block = block();
    for (int from = 0; from < bars.length(); from += block.bars()) {
      int count = Math.min(block.bars(), bars.length() - from);
      for (int bar = 0; bar < count; bar++) {
        block.draw(bar, this, reader);
      }
      block.compute(count);
      for (int bar = 0; bar < count; bar++) {
        block.write(bar, this, from + bar);
      }
    }
    random.copyFrom(reader);
  }

  private BarBlock block() {
    BarBlock block = BLOCKS.get();
    if (block.assets() != price.length) {
      block = new BarBlock(price.length);
      BLOCKS.set(block);
    }
    return block;
  }
}
