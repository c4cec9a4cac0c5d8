/**
 * What may be said of a security in words, and by whom: a {@link io.tradinggym.explain.synthesis.SynthesisContext}
 * holds every value that is known with the time it was known, a {@link io.tradinggym.explain.synthesis.Synthesizer}
 * makes a {@link io.tradinggym.explain.synthesis.Recommendation} of it, and {@link
 * io.tradinggym.explain.synthesis.Rules} say whether it may be shown. {@link
 * io.tradinggym.explain.synthesis.TemplateSynthesizer} needs no model and no network. Nothing here trades.
 */
@NullMarked
package io.tradinggym.explain.synthesis;

import org.jspecify.annotations.NullMarked;
