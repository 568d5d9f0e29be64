"use client";

import {
  AddVariantDocument,
  CreateProductDocument,
  type CreateProductInput,
  type CreateVariantInput,
  type RefusedFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useRef, useState } from "react";
import { type CombinedError, useMutation } from "urql";

/** So many variants are created with their product; the others follow one by one. */
const WITH_PRODUCT_MAX = 20;

export interface VariantToCreate {
  readonly key: string;
  readonly input: CreateVariantInput;
}

/** The variants with the index that refusals name. */
type Indexed = readonly (VariantToCreate & { readonly index: number })[];

interface Creation {
  /** Keys of the variants that are created. */
  readonly done: ReadonlySet<string>;
  /** The product exists, so what it is called is settled here. */
  readonly isStarted: boolean;
}

interface Created {
  /** As of one mutation: `input.variants.3.sku` is the SKU of the fourth. */
  readonly data: { readonly created: { readonly userErrors: readonly RefusedFragment[] } };
  readonly error: CombinedError | undefined;
}

/**
 * Creates a product with any number of variants, or adds them to one. What is created stays when a later variant is
 * refused or the connection fails: the next run goes on with the others, under the same ids.
 */
export function useCreateVariants(isExisting: boolean) {
  const [state, setState] = useState<Creation>({ done: new Set(), isStarted: isExisting });
  const current = useRef(state);
  const [, create] = useMutation(CreateProductDocument);
  const [, add] = useMutation(AddVariantDocument);
  const finish = (variants: readonly VariantToCreate[]) => {
    const done = new Set([...current.current.done, ...variants.map(({ key }) => key)]);
    current.current = { done, isStarted: true };
    setState(current.current);
  };

  async function start(product: Omit<CreateProductInput, "variants">, first: Indexed): Promise<Created> {
    const { data, error } = await create({ input: { ...product, variants: first.map(({ input }) => input) } });
    if (data?.createProduct.product) finish(first);
    return outcome(error, data?.createProduct.userErrors ?? []);
  }

  async function addOne(productId: string, variant: Indexed[number]): Promise<Created> {
    const { data, error } = await add({ input: { productId, variant: variant.input } });
    if (data?.addVariant.variant) finish([variant]);
    const refused = data?.addVariant.userErrors ?? [];
    // `input.variant.sku` is the SKU of this one.
    const path = (one: RefusedFragment) => ["input", "variants", String(variant.index), ...one.path.slice(2)];
    return outcome(
      error,
      refused.map((one) => ({ ...one, path: path(one) })),
    );
  }

  /** Whatever was refused or failed, of all that was tried. */
  async function run(product: Omit<CreateProductInput, "variants">, variants: readonly VariantToCreate[]) {
    const left = variants
      .map((variant, index) => ({ ...variant, index }))
      .filter(({ key }) => !current.current.done.has(key));
    const first = current.current.isStarted ? [] : left.slice(0, WITH_PRODUCT_MAX);
    const refused: RefusedFragment[] = [];
    if (!current.current.isStarted) {
      const started = await start(product, first);
      if (!current.current.isStarted) return started;
    }
    for (const variant of left.slice(first.length)) {
      const { data, error } = await addOne(product.id, variant);
      refused.push(...data.created.userErrors);
      // The server was not reached, so that the others need not be tried.
      if (error !== undefined) return outcome(error, refused);
    }
    return outcome(undefined, refused);
  }
  return { ...state, run };
}

function outcome(error: CombinedError | undefined, userErrors: readonly RefusedFragment[]): Created {
  return { data: { created: { userErrors } }, error };
}
