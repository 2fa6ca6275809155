import { ActionIcon, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { memo } from 'react';
import { parseFilter } from '../../shared/key-filter.ts';
import { t } from '../../shared/language/words.ts';
import { FilterForm, type FilterFormProps } from './filter-form.tsx';

type FilterMenuProps = FilterFormProps & {
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
};

/** The filters to choose from. What is chosen is written into the box, where it can be changed by hand. */
export const FilterMenu = memo(function FilterMenu({ opened, onOpened, ...props }: FilterMenuProps) {
  const count = parseFilter(props.query).terms.length;
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-end"
      width={320}
      shadow="md"
      radius="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          size={30}
          variant={count > 0 ? 'light' : 'default'}
          {...(count > 0 ? { color: 'accent' } : {})}
          aria-label={t('filter.filters')}
          title={count > 0 ? t('filter.filtersInUse', { number: count }) : t('filter.filters')}
          onClick={() => onOpened(!opened)}
        >
          <IconFilter size={15} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.filters')}>
        <FilterForm {...props} />
      </Popover.Dropdown>
    </Popover>
  );
});
