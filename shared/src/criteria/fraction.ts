import type { Decimal } from '../kernel/index.js';

type Exactly = Fraction | Decimal;

/**
 * An exact rational number. A rule carries its points as a fraction from the counts to the very end and they are
 * rounded once, so no order of operations and no repeating decimal can move a point over a rounding boundary.
 */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  /** `under` is positive. */
  private constructor(
    private readonly over: bigint,
    private readonly under: bigint,
  ) {}

  /** `numerator` ÷ `denominator`; the denominator is not zero. */
  static of(numerator: Decimal, denominator: Decimal = '1'): Fraction {
    return denominator === '1' ? Fraction.read(numerator) : Fraction.read(numerator).dividedBy(denominator);
  }

  private static read(value: Exactly): Fraction {
    if (typeof value !== 'string') return value;
    const dot = value.indexOf('.');
    if (dot < 0) return new Fraction(BigInt(value), 1n);
    return new Fraction(BigInt(value.replace('.', '')), 10n ** BigInt(value.length - dot - 1));
  }

  plus(other: Exactly): Fraction {
    const { over, under } = Fraction.read(other);
    return new Fraction(this.over * under + over * this.under, this.under * under);
  }

  minus(other: Exactly): Fraction {
    const { over, under } = Fraction.read(other);
    return new Fraction(this.over * under - over * this.under, this.under * under);
  }

  times(other: Exactly): Fraction {
    const { over, under } = Fraction.read(other);
    return new Fraction(this.over * over, this.under * under);
  }

  /** The other number is not zero. */
  dividedBy(other: Exactly): Fraction {
    const { over, under } = Fraction.read(other);
    const sign = over < 0n ? -1n : 1n;
    return new Fraction(this.over * under * sign, this.under * over * sign);
  }

  /** Negative, zero or positive, by cross multiplication. */
  compare(other: Exactly): -1 | 0 | 1 {
    const { over, under } = Fraction.read(other);
    const [mine, its] = [this.over * under, over * this.under];
    return mine < its ? -1 : mine > its ? 1 : 0;
  }

  /** The nearest value between the two. */
  clamp(low: Exactly, high: Exactly): Fraction {
    if (this.compare(low) < 0) return Fraction.read(low);
    return this.compare(high) > 0 ? Fraction.read(high) : this;
  }

  /** Rounded half up (away from zero), with exactly so many decimals: 2.745 → "2.75". */
  toDecimal(decimals: number): Decimal {
    const size = this.over < 0n ? -this.over : this.over;
    const units = (2n * size * 10n ** BigInt(decimals) + this.under) / (2n * this.under);
    const digits = units.toString().padStart(decimals + 1, '0');
    const cut = digits.length - decimals;
    const plain = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
    return this.over < 0n && units > 0n ? `-${plain}` : plain;
  }

  /**
   * In percent with two decimals, or with as many more as it takes not to look like a round figure it is not:
   * 0.949995 is "94.9995", never "95.00", for it lies below a floor of 95%.
   */
  toPercent(): Decimal {
    const percent = this.times('100');
    for (let decimals = 2; decimals < 16; decimals += 1) {
      const printed = percent.toDecimal(decimals);
      if (!/\.[05]0+$/.test(printed) || percent.compare(printed) === 0) return printed;
    }
    return percent.toDecimal(16);
  }
}
