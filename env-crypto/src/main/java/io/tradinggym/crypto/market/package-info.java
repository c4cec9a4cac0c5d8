/**
 * What crypto environments trade on. {@link io.tradinggym.crypto.market.CryptoMarkets} makes simulated markets by name:
 * spot and perpetuals whose premium reverts and whose funding follows it, with jumps, regimes and clustered volume, on
 * one venue or on two of which one leads. All of them can be told apart from replayed history by nothing but their
 * laws: marks and funding are where {@link io.tradinggym.market.data.Bars} has them.
 */
@NullMarked
package io.tradinggym.crypto.market;

import org.jspecify.annotations.NullMarked;
